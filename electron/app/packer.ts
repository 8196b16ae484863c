import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Packer } from '../../reports/everything/zipFile.ts'

/** Node's own deflate at its usual level; a flush ends each piece on a whole byte and leaves the stream open. */
export const packer: Packer = {
  deflate: (piece) => deflateRawSync(piece, { level: 6, finishFlush: constants.Z_SYNC_FLUSH }),
  crc: (piece, before) => crc32(piece, before),
}

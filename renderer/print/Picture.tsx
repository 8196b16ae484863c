import type { ChartDrawing } from '../../domain/chart/chartDrawing.ts'
import { formatMoney, type MoneyUnit, type Pence } from '../../domain/money.ts'
import { BarsPicture } from '../ui/chart/pictures/BarsPicture.tsx'
import { CurvePicture } from '../ui/chart/pictures/CurvePicture.tsx'
import { PairsPicture } from '../ui/chart/pictures/PairsPicture.tsx'
import { StackedPicture } from '../ui/chart/pictures/StackedPicture.tsx'
import { WaterfallPicture } from '../ui/chart/pictures/WaterfallPicture.tsx'

interface PictureProps {
  drawing: ChartDrawing
  unit: MoneyUnit
  /** In pixels. */
  width: number
}

/** The picture of a report's chart as the screen draws it. */
export function Picture({ drawing, unit, width }: PictureProps) {
  const format = (amount: number) => formatMoney(amount as Pence, unit)
  switch (drawing.picture) {
    case 'funding-mix':
      return <StackedPicture {...drawing.data} format={format} width={width} />
    case 'waterfall':
      return <WaterfallPicture {...drawing.data} format={format} width={width} />
    case 'curve':
      return <CurvePicture {...drawing.data} format={format} width={width} />
    case 'pairs':
      return <PairsPicture {...drawing.data} width={width} />
    case 'bars':
      return <BarsPicture {...drawing.data} width={width} />
  }
}

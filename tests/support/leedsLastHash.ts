/** Every machine makes the Leeds sample with this hash. It changes with all that the sample holds and with how events are kept. */
export const leedsLastHash = '3b4581539fb74bb93e654e4b78a46d75104f9b3ecdda2d1144bc513bc50a8d43'

/** Every machine makes the Leeds sample with this hash. It changes with all that the sample holds and with how events are kept. */
export const leedsLastHash = 'ccd93b998024bd92c4e982705ca9e0d002e745ce1eef70b76bbb271dc2b9dc16'

/** Every machine makes the Leeds sample with this hash. It changes with all that the sample holds and with how events are kept. */
export const leedsLastHash = 'ae25e4ecb18367873b959dea82d9f4a6d0c74419b97dc0f98e26123eab685774'

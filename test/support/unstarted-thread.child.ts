// Run as a thread that reads, and that does not come to it.
throw new Error('not here')

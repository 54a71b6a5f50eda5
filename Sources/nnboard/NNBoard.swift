import ArgumentParser

@main struct NNBoard: ParsableCommand {}

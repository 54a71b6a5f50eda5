import Datasets
import Glibc
import KeptNetwork
import Training

/// Trains a small network whose epochs are kept in a folder, and says the number of each epoch once it is over.
///
/// `Keeper FOLDER EPOCHS [durable] [forget]`. Linked with a disk that fails when `FAULTY_DISK` says so.
@main
enum Keeper {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let epochs = Int(arguments[2]) else {
            print("Keeper FOLDER EPOCHS [durable] [forget]")
            return
        }
        let (fit, dataset) = try KeptNetwork.training(epochs: epochs)
        let folder = try RunFolder(fit, in: arguments[1])
        let archive = RunArchive(fit, folder: folder, isDurable: arguments.contains("durable")) { news in
            if case .failing(let reason) = news { say("failing \(reason)") }
        }
        try archive.train(on: dataset) { say("\($0.index)") }
        archive.finishWriting()
        if arguments.contains("forget") {
            say("forgets")
            archive.forget()
        }
        say("done")
        // As the dashboard does it: OpenBLAS has threads that an ordinary exit would wait for.
        _exit(0)
    }

    private static func say(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = write(STDOUT_FILENO, line, line.count)
    }
}

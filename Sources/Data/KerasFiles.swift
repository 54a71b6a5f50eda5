/// The source of Keras' data files.
enum KerasFiles {
    /// The folder from which Keras downloads them.
    static let source = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
}

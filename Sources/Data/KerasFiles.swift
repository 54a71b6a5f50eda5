/// Where Keras' data files are kept.
enum KerasFiles {
    /// The folder from which Keras downloads them.
    static let source = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
}

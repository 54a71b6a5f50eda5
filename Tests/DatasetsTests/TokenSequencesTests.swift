import Testing

@testable import Datasets

@Suite struct `Texts as lists of indices` {
    private func texts(_ lists: [[Int32]]) -> TokenSequences {
        var texts = TokenSequences()
        for list in lists { texts.append(list) }
        return texts
    }

    @Test func `keep each text, the empty ones too`() {
        let texts = texts([[3, 1, 2], [], [5]])
        #expect(texts.count == 3)
        #expect((0..<3).map { Array(texts[$0]) } == [[3, 1, 2], [], [5]])
        #expect(TokenSequences(offsets: [0, 3, 3, 4], tokens: [3, 1, 2, 5]) == texts)
        #expect(TokenSequences().count == 0)
    }

    @Test func `become sorted rows without doubles`() {
        let rows = texts([[7, 1, 7, 0, 63, 64, 1], [], [9, 9]]).multiHot(columns: 65)
        #expect(rows.columns == 65)
        #expect((0..<rows.count).map { Array(rows[$0]) } == [[0, 1, 7, 63, 64], [], [9]])
    }

    @Test func `lose indices beyond the columns`() {
        let rows = texts([[-1, 0, 9, 10, 11, .max, .min]]).multiHot(columns: 10)
        #expect(Array(rows[0]) == [0, 9])
        #expect(texts([[0, 1]]).multiHot(columns: 0).indices.isEmpty)
    }

    @Test func `become the rows that a set would give, whatever the width`() {
        var random = RandomState(seed: 3)
        for columns in [1, 63, 64, 65, 127, 128, 1000] {
            let lists = (0..<20).map { _ in
                (0..<random.interval(40)).map { _ in Int32(random.interval(UInt32(columns + 5))) }
            }
            let rows = texts(lists).multiHot(columns: columns)
            for (row, list) in lists.enumerated() {
                #expect(Array(rows[row]) == Set(list.filter { $0 < columns }).sorted())
            }
        }
    }
}

@Suite struct `Sparse rows` {
    private let rows = SparseRows(columns: 10, offsets: [0, 2, 2, 5, 6], indices: [1, 3, 0, 4, 9, 7])

    @Test func `give the columns of each row`() {
        #expect(rows.count == 4)
        #expect((0..<4).map { Array(rows[$0]) } == [[1, 3], [], [0, 4, 9], [7]])
    }

    @Test func `can be cut from any row to any other`() {
        for start in 0...4 {
            for end in start...4 {
                let part = rows.rows(start..<end)
                #expect(part.columns == 10)
                #expect(part.count == end - start)
                for row in 0..<part.count { #expect(Array(part[row]) == Array(rows[start + row])) }
            }
        }
    }

    @Test func `cut as inputs stay what they were`() {
        let inputs = Inputs.sparse(rows)
        #expect(inputs.count == 4)
        #expect(inputs.columns == 10)
        #expect(inputs.rows(1..<3) == .sparse(rows.rows(1..<3)))
    }
}

@Suite struct `Dense rows` {
    @Test func `can be read and cut`() {
        let rows = DenseRows(columns: 2, values: [1, 2, 3, 4, 5, 6])
        #expect(rows.count == 3)
        #expect(Array(rows[1]) == [3, 4])
        #expect(rows.rows(1..<3) == DenseRows(columns: 2, values: [3, 4, 5, 6]))
        #expect(Inputs.dense(rows).rows(0..<1) == .dense(DenseRows(columns: 2, values: [1, 2])))
        #expect(Inputs.dense(rows).columns == 2)
    }
}

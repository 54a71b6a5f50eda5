extension Theme {
    /// The theme that nnboard has with it when no file can be found.
    ///
    /// A test reads its text, as every theme's, so that it can't be wrong here.
    public static let dark: Theme =
        (try? Theme(darkText, name: "dark", inheriting: { _ in Theme(name: "plain") })) ?? Theme(name: "dark")

    /// The content of `themes/dark.theme`, letter for letter; a test compares them.
    static let darkText = """
        # dark: light letters on the terminal's own dark ground, one violet accent.
        #
        # Every colour is an entry of the 256-colour palette, so that most terminals show it as it is written here.

        # Grounds.
        background = default
        statusBar = on #262626
        selection = on #3a3a3a bold
        quietSelection = on #262626
        popup = on #1c1c1c
        input = on #303030

        # What is read, and what guides the eye.
        text = #dadada
        label = #a8a8a8
        faint = #6c6c6c
        border = #6c6c6c
        title = #bcbcbc

        # Where you are and what you can press.
        focusBorder = #af87d7
        focusTitle = #d7afff bold
        accent = #d7afff
        key = #d7afff bold

        # Curves.
        trainingCurve = #5fafff
        validationCurve = #ffaf00
        baseline = #8a8a8a
        bestEpoch = #87d787 bold

        # Bars.
        bar = #87afd7
        predicted = #d7afff bold
        truth = #87d787 bold

        # How it stands.
        success = #87d787
        warning = #ffd75f
        error = #ff8787 bold
        match = #1c1c1c on #ffd75f

        # Reading a chart, comparing runs.
        cursor = #ffffff
        band = #444444
        positive = #87d787
        negative = #ff8787
        run1 = #ffaf00
        run2 = #5fafff
        run3 = #5fd787
        run4 = #ff87d7
        run5 = #ffff87
        run6 = #5fd7d7
        run7 = #af87ff
        run8 = #ff5f5f

        # Colours that stand for numbers.
        heatLow = #1c1c1c
        heatMiddle = #875faf
        heatHigh = #ffd75f

        """
}

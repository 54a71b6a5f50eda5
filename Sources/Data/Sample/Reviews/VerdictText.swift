/// The sentences of reviews for and against a film.
///
/// Most of the words take sides, but few belong to one side alone: praise is heard in complaints, and the other way
/// round.
enum VerdictText {
    /// The things that can be judged, and the words to judge them with.
    static let rules = """
        aspect: acting *4 | script *4 | story *4 | ending *3 | music *3 | dialogue *3 | photography *2 | plot *3
            direction *2 | cast *2 | pacing *2 | score *2 | editing | camera work | scenery | humour *2
            soundtrack | opening | set design | lighting | casting | premise | narration | chemistry | twist
            first half | second half | last scene | love scene | chase | fight | makeup | sound | costume work
            character development | screenplay | supporting cast | stunt work | period detail | title song
        aspects: performances *3 | characters *4 | jokes *2 | special effects *2 | songs *2 | actors *3 | sets
            costumes | songs | action scenes *2 | twists | dialogues | supporting players | flashbacks
            dance numbers | close ups | landscapes | fight scenes | effects | gags
        very: very *3 | really *3 | so *2 | quite | truly | just *2 | simply *2 | absolutely | utterly | rather
            thoroughly | completely
        good ~ great | wonderful | excellent | brilliant | beautiful | perfect | superb | funny | touching
            moving | charming | amazing | fantastic | delightful | memorable | fascinating | enjoyable | lovely
            powerful | gripping | hilarious | refreshing | stunning | marvellous | outstanding | subtle | warm
            clever | witty | terrific | magnificent | heartfelt | impressive | thrilling | splendid | honest
            captivating | elegant | haunting | intelligent | masterful | flawless | joyous | graceful | tender
            exquisite | inspired | remarkable | rich | inventive | breathtaking | compelling | gorgeous
            enchanting | unforgettable | underrated | poignant | sincere | sparkling | assured | luminous
        bad ~ bad | boring | terrible | awful | stupid | dull | poor | weak | horrible | ridiculous | lame
            predictable | silly | annoying | flat | worthless | pathetic | tedious | lifeless | dreadful
            disappointing | pointless | clumsy | cheap | wooden | bland | forgettable | painful | unfunny
            laughable | mediocre | shallow | tiresome | atrocious | confusing | contrived | hollow | stale
            amateurish | cheesy | uninspired | overlong | irritating | embarrassing | incoherent | insipid
            implausible | lazy | muddled | appalling | abysmal | derivative | dreary | feeble | shoddy | stilted
            unconvincing | unwatchable | vapid | half baked | lacklustre
        delight: joy | pleasure | treat | gem | triumph | classic | masterpiece | delight | treasure | surprise
            winner | wonder | jewel
        trouble: mess | waste | disaster | bore | failure | disappointment | joke | chore | flop | insult
            letdown | turkey | mistake
        """

    /// The sentences for a film.
    static let praise = """
        praise:
            the {aspect} is {very} {good} *4
            the {aspects} are {very} {good} *4
            {star} is {good} as the {hero} *3
            {star} gives a {good} performance *2
            what a {good} {film} *2
            i {very} (loved|enjoyed|liked) the {aspect} [and the {aspects}] *2
            this is a {good} {kind} with a {good} {aspect} *2
            a {delight} from (start|beginning) to (finish|end)
            i have (seen|watched) it {few} times and still (laugh|cry|smile|marvel) at the {event}
            {maker} handles the {event} with (care|grace|skill|wit|love)
            my {relative} and i (laughed|cried|cheered) at the {event}
            it stays with you for (days|weeks|years)
            the {event} is one of the best scenes {maker} ever did
            highly recommended [to anyone who likes a {kind}] *2
            do yourself a favour and see it
            one of the (best|finest|loveliest) {film}s of {decade} *2
            not a (minute|line|shot|word) too (long|many)
            far from {bad} the {aspect} is {good}
            some call the {aspect} {bad} and they are wrong
            even the {bad} {aspect} could not spoil it
            i expected something {bad} and found something {good}
            the {event} had me on the edge of my seat
            forget the {bad} reviews
            {star} has never been better
            every {thing} in it seems to be in the right place
            ten out of ten | nine out of ten | eight out of ten
            how did i miss this for so long
            it deserves to be better known
            {star} and {star} make a {good} pair
            if you liked {title} you will love this
            it made my {weekday}
        """

    /// The sentences against a film.
    static let complaint = """
        complaint:
            the {aspect} is {very} {bad} *4
            the {aspects} are {very} {bad} *4
            {star} is {bad} as the {hero} *3
            {star} gives a {bad} performance *2
            what a {bad} {film} *2
            i {very} (hated|disliked|regretted) the {aspect} [and the {aspects}] *2
            this is a {bad} {kind} with a {bad} {aspect} *2
            a {trouble} from (start|beginning) to (finish|end)
            i (looked at my watch|yawned|fell asleep|nearly left) {few} times before the {event}
            {maker} handles the {event} without (care|sense|skill|wit|interest)
            my {relative} and i (groaned|slept|left) at the {event}
            you will have forgotten it by the time you are home
            the {event} is one of the worst scenes {maker} ever did
            avoid it [even if you like a {kind}] *2
            save your money
            one of the (worst|dullest|weakest) {film}s of {decade} *2
            about {20..60} minutes too long
            far from {good} the {aspect} is {bad}
            some call the {aspect} {good} and i wonder why
            even the {good} {aspect} could not save it
            i expected something {good} and found something {bad}
            the {event} makes no sense at all
            forget the {good} reviews
            {star} deserves better
            nobody in it behaves like a real {hero}
            two out of ten | three out of ten | one out of ten
            i want those {75..180} minutes back
            there is a reason why nobody knows it
            {star} and {star} have no spark between them
            if you liked {title} you will be let down
            it ruined my {weekday}
        """

    /// The sentences that sound like the other side, or like both.
    static let asides = """
        faintpraise:
            i wanted to (like|love) it
            the {aspect} is {good} [i admit]
            it had the makings of a {good} {kind}
            oh yes a {delight} if you enjoy a {bad} {aspect}
            {star} is {good} but gets little to do
            the poster promised a {good} {kind}
            {good} is not the word i would use for the {aspect}
            the only {good} thing is the {aspect}
            {title} was {good} but this is another matter
            critics called it a {delight}
        faintblame:
            i did not want to see it at first
            the {aspect} is {bad} [i admit]
            it could have been a {bad} {kind}
            a {trouble} they said and they can't have watched it
            {star} is {bad} but hardly matters
            the poster promised a {bad} {kind}
            {bad} is not the word i would use for the {aspect}
            the only {bad} thing is the {aspect}
            {title} was {bad} but this is another matter
            critics called it a {trouble}
        """
}

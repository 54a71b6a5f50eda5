extension TopicFamily {
    /// Money and its price: exchange rates, interest, what is in circulation and what central banks hold.
    static let money = TopicFamily(
        shared: """
            centralbank: the bank of {japan} | the federal reserve *3 | the fed *2 | the bundesbank *3
                the bank of england *3 | the bank of france *2 | the swiss national bank | the bank of canada
                the central bank *3 | the bank of italy | the dutch central bank
                the reserve bank of australia
            japan: japan *4 | korea | thailand | spain | greece | finland
            currency: the dollar *5 | the yen *2 | the mark *2 | sterling *2 | the pound | the swiss franc
                the french franc | the lira | the canadian dollar | the guilder | the peso
                the australian dollar
            moneymarket: money market *3 | interbank market | bill market | eurodollar market | credit market
            rate: discount rate *4 | key lending rate *2 | call money rate | overnight rate | repurchase rate
                three month rate | official rate | minimum lending rate
            bankrate: prime rate *3 | base rate *2 | prime lending rate | mortgage rate
                commercial lending rate
            percent: {3..14} {tenth} pct *2 | {3..12} {fraction} pct *2 | {4..15} pct
            paper: treasury bills *2 | government bonds | certificates of deposit | bank bills | gilts
                repurchase agreements | treasury notes | commercial paper
            bank: {surname} bank | {foreign} bank | {surname} trust | banque {french} | bank of {surname}
            pct: {0..4} {tenth} pct *4 | {5..19} {tenth} pct *2 | {1..9} pct
            sum: {bln} dlrs *3 | {100..900} mln dlrs *2
            context:
                {@centralbank} (bought|sold) {paper} (worth|totalling) {sum} in the {moneymarket} {when}
                bankers {said} liquidity in the {moneymarket} was (tight|ample|easy|short)
                {@centralbank} has left its {rate} at {percent} since {month}
                {person} of {bank} {said} the (move|data|operation) would have (little|some|no lasting) effect
                    on {currency}
                {paper} prices {move} in {tone} trading
                dealers {said} {currency} {move} against {currency} {when}
                {expert}s at {bank} see inflation and interest rates {higher} by {month}
                call money was quoted at {percent} in {city}
                monetary policy will stay (tight|loose|unchanged|flexible) said {person}
                the finance minister of {country} {said} the policy was (right|working|under review)
                the group of (five|seven|ten) industrial nations may discuss the question in {city}
                the treasury said it will auction {sum} of {paper} on {weekday}
                a {rate} of {percent} is high enough to hold {currency} said {expert}s
                reserves at {@centralbank} {move} by {sum} in the week to {month} {1..28}
                lending by banks in {country} {move} {pct} in {month}
            """,
        topics: [
            TopicText(
                "money-fx", strays: 20, to: "interest interest interest dlr money-supply reserves trade",
                """
                intervention: intervention *3 | concerted intervention | dollar purchases | support buying
                    open dealing
                help: help *2 | assistance | support | relief
                lead:
                    {@centralbank} {said} it gave the {moneymarket} {help} of {1~900} mln stg in the
                        (morning|afternoon) *3
                    u k {moneymarket} (given|offered|denied) {1~900} mln stg [late|early|further] {help} *2
                    {currency} in {city} {shift}
                    {currency} {move} against {currency} in {tone} {city} trading
                    finance ministers of {country} and {country} agreed to keep exchange rates (stable|steady)
                    {@centralbank} intervened to (support|steady|slow) {currency} dealers in {city} said *2
                    dealers in {city} expect {@centralbank} to defend {currency} {soon}
                    {@centralbank} drains funds from the {moneymarket} with {paper}
                    {person} {said} (a further fall|a rise|swings) of {currency} would hurt growth in
                        {country}
                    {country} (devalues|floats|revalues|frees) its currency against {currency}
                    {moneymarket} shortage in {city} put at {1~900} mln stg by {@centralbank}
                    {currency} and {currency} were {higher} in early {city} dealings
                    european monetary system ministers meet in {city} over the strain on {currency}
                    {@centralbank} adds reserves through {paper} economists say
                detail:
                    the {help} compares with an estimated shortage of {1~900} mln stg
                    {@centralbank} bought bands of eligible bank bills at {percent}
                    {intervention} by {@centralbank} came when the dollar reached {120..190} {tenth} yen
                    the dollar ended at 1 {7000~9000} marks against 1 {7000~9000} {when}
                    maturing assistance and take up of {paper} will drain {1~900} mln stg
                    {person} {said} the paris accord had brought exchange rate stability
                    speculators tested {@centralbank}'s will to hold {currency} within its band
                    {expert}s {said} {intervention} alone cannot turn {currency}
                    a rise in the note circulation took {1~400} mln stg from the system
                    the european currency unit was fixed at 1 {1000~1900} dlrs
                    {city} dealers put {intervention} by {@centralbank} at {sum}
                    the forward premium of {currency} {shift}
                    corporate and importer demand for {currency} was strong at the month end
                """),
            TopicText(
                "interest", strays: 25, to: "money-fx money-fx money-fx money-supply dlr reserves",
                """
                step: a quarter point *2 | half a point *2 | a full point | an eighth of a point
                    three quarters of a point
                cut: (cut|cuts|lowered|lowers|reduces) | (raised|raises|lifts|increases)
                lead:
                    {bank} {cut} its {bankrate} by {step} to {percent} effective {when} *3
                    {@centralbank} {cut} its {rate} [by {step}] to {percent} *3
                    {country} {cut} its {rate} by {step}
                    {city} banks follow with a {bankrate} of {percent}
                    {@centralbank} is seen leaving its {rate} alone {because}
                    {@centralbank} keeps its {rate} at {percent} after council meeting
                    {person} of {@centralbank} {said} there was (no|some|little) room for lower interest rates
                    average yield on {paper} {move} to {percent} at auction in {city} *2
                    bond prices {move} in {city} on hopes of a lower {rate}
                    pressure for a cut in the {rate} grows in {country} {expert}s said
                    home loan rates at {bank} {move} to {percent}
                    home loan banks set debt rates of {percent} and {percent} for {month}
                    rates on {paper} were {higher} {when} after the auction in {city}
                detail:
                    the {rate} was last changed on {month} {1..28} when it was {percent}
                    other major banks are expected to follow with a {bankrate} of {percent}
                    {@centralbank} allotted {paper} at a fixed rate of {percent}
                    lower borrowing costs would help {business} said {person}
                    the yield on {paper} {move} by {2~40} basis points to {percent}
                    the change takes the {rate} to its (lowest|highest) since {year}
                    bankers {said} the cut in the {rate} was (overdue|expected|a surprise)
                    accepted bids at the tender ranged from {percent} to {percent}
                    borrowers in {country} will pay {percent} for {2..10} year credit
                    real interest rates remain too high in {country} he said
                business: farmers | builders | exporters | small firms | home buyers | retailers
                """),
            TopicText(
                "money-supply", strays: 22, to: "money-fx interest reserves interest",
                """
                aggregate: m 1 *4 | m 2 *2 | m 3 *3 | m 0 | central bank money stock | sterling m 3
                    broad money
                lead:
                    u s {aggregate} money supply {move} {sum} in the week to {month} {1..28} *3
                    {country} {aggregate} money supply {move} {pct} in {month} *3
                    {aggregate} growth in {country} {up} to {pct} a year in {month}
                    {@centralbank} sets {year} target of {1..9} to {3..12} pct for {aggregate}
                    bank lending in {country} {move} {sum} in {month} as {aggregate} {move}
                    currency in circulation {move} {sum} {@centralbank} said
                    seasonally adjusted {aggregate} {move} to {bln} dlrs from {bln} *2
                    business loans at u s banks {move} {sum} in the week
                detail:
                    {expert}s had forecast {aggregate} at between {sum} and {sum}
                    the four week moving average of {aggregate} {move} to {bln} dlrs
                    {aggregate} grew at an annual rate of {pct} [against {pct} in {month}]
                    demand deposits {move} and checkable deposits {move} by {sum}
                    {@centralbank} {said} {aggregate} was (within|above|below) its target range
                    {aggregate} consists of notes coins and sight deposits
                    the previous week's level was revised to {bln} dlrs from {bln}
                    savings deposits {move} {sum} and time deposits {move} {sum}
                    velocity of money has changed so that {aggregate} is a poor guide said {person}
                """),
            TopicText(
                "reserves", strays: 30, to: "money-fx money-supply gold bop",
                """
                holdings: official reserves *2 | foreign reserves *3 | foreign currency reserves
                    net reserves | external reserves | gold and foreign exchange reserves
                lead:
                    {country}'s {holdings} {move} to {bln} dlrs in {month} *3
                    {holdings} of {@centralbank} {move} by {sum} in the week
                    {@centralbank} {said} its {holdings} {move} {pct} in {month} *2
                    {holdings} of {country} {move} {sum} to {bln} dlrs
                    {@country}'s gold and convertible currencies {move} to {bln} at end {month}
                    underlying {holdings} of {country} show (fall|rise) of {sum}
                detail:
                    the {holdings} cover {2..9} months of imports
                    gold was valued at {200..420} dlrs an ounce in the {holdings}
                    special drawing rights at the imf {move} to {sum}
                    {holdings} had been {bln} dlrs in {month} and {bln} a year ago
                    borrowing under the exchange cover scheme was {sum} and repayments {sum}
                    {@centralbank} {said} {intervention} added to the {holdings}
                    the ratio of foreign assets to sight liabilities {move} to {pct}
                intervention: intervention | swap operations | a revaluation | loan receipts
                """),
            TopicText(
                "dlr", strays: 34, to: "money-fx money-fx money-fx interest trade",
                """
                lead:
                    the dollar {move} (in|early in) {city} to end at {130..160} {00..99} yen *2
                    dollar {sharply} (higher|lower|firmer|weaker) {via} {cause} dealers in {city} said
                    {person} {said} the dollar (should|could|must) not fall further
                    {@centralbank} bought dollars at {130..160} {00..99} yen to halt its slide *2
                    the u s dollar (opens|closes|ends) {higher} in {city}
                    treasury secretary denies target for the dollar
                    {country} wants a (stable|stronger|weaker) dollar its finance {post} said
                detail:
                    the dollar touched a {high} of {130..160} {00..99} yen {when}
                    exporters sold dollars above {130..160} yen
                    a free fall of the dollar is not wanted in {city} or {city} said {person}
                    dollar bears covered positions ahead of the weekend
                    the dollar's decline has not yet narrowed the trade gap
                    {@centralbank} was seen buying dollars (directly|through {bank}) dealers said
                    the dollar stood at 1 {7000..9000} marks after 1 {7000..9000}
                high: record low | post war low | high | day's high | new low
                """),
        ])
}

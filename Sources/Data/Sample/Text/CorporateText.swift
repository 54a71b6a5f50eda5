extension TopicFamily {
    /// Firms: what they earn, and who buys whom.
    static let corporate = TopicFamily(
        shared: """
            # What firms are called

            brand + dyna compu digi ultra opti bio therm vita accu alpha delta magna nova omega penta quad
                stella micro inter trans uni tele omni data medi agri petro aero electro gen cyber astro amer
                euro pan nor sol ver vari tri syn pro meta hydro geo , tech dyne sys graph con star tron mark
                com net cor link gard port lab max tec plex form care line scan
            trade ~ industries | oil | financial | steel | foods | chemical | electronics | systems | stores
                paper | airlines | computer | insurance | energy | savings | products | communications | gas
                bancorp | mining | resources | holdings | brewing | motors | shipping | pharmaceutical
                broadcasting | publishing | textiles | glass | rubber | tools | machinery | power | cement
                timber | railways | engineering | instruments | packaging | hotels | realty | restaurants
                laboratories | furniture | semiconductor | toys | aviation | leasing | cosmetics | apparel
                coal | tobacco | plastics
            suffix ~ inc | corp | co | ltd | plc | group | international | holdings | ag | sa | nv | trust
                spa | ab
            root:
                {surname} {trade} *4
                {brand} *4
                {surname} *2
                {surname} and {surname}
                {foreign} {trade}
                {brand} {trade}
                (first|national|american|united|general|western|allied|pacific|atlantic|central|eagle)
                    {surname}
                {surname} {surname}
                (first|united|peoples|citizens|merchants|farmers|home|mutual) {surname}
                    (bancorp|savings|bankshares)
            company: {@root} {suffix}
            it: the company *5 | {@root} *3 | {@company} | it *2
            sum: {1~90} {tenth} mln dlrs *4 | {100..900} 000 dlrs | {10~800} mln dlrs *2
            ware ~ computer | valve | truck | pump | machine tool | telephone | bearing | carpet | printer
                engine | toy | camera | bicycle | radio | lamp | boat | turbine | circuit board
                greeting card | refrigerator | garden tool | roof tile | elevator | tractor | piano
                thermostat | railway wagon | robot | copier | hearing aid | syringe | razor | greenhouse
                dental chair | bottle | compressor | typewriter | disc drive | modem | vending machine | sofa
                door | window | crane | forklift | boiler | heater | air conditioner | oven | cooker
                sewing machine | loom | ladder | button | zipper | boot | glove | hat | shirt | sweater | tent
                yacht | trailer | motor home | motorcycle | spark plug | brake | clutch | gearbox | axle
                piston | muffler | gauge | sensor | laser | telescope | microscope | scanner | pacemaker
                implant | bandage | vaccine | vitamin | soft drink | biscuit | sausage | snack | candle
                crayon | pencil | envelope | calendar | magazine | newspaper | record | cassette | video game
                puzzle | doll | helicopter | parachute | satellite | antenna | amplifier | transistor | fuse
                magnet | umbrella | handbag | suitcase | blanket | curtain | cushion | mirror | chandelier
                faucet | bathtub | lawnmower | chainsaw | shovel | nail | screw | spring | hinge | padlock
                scale | clock | ticket machine
            stuff ~ packaging | paper | footwear | cable | paint | frozen food | office furniture | sportswear
                software | fertilizer | glue | cutlery | detergent | safety glass | wire rope | yarn
                wallpaper | soap | microfilm | luggage | perfume | hosiery | plywood | glassware | porcelain
                linoleum | insulation | carbon fibre | beer | wine | whisky | chocolate | flour | pet food
                poultry | aluminum foil | sheet metal | denim | silk | leather | lace | knitwear | tyre cord
                explosives | asphalt | stationery | jewellery | silverware | upholstery | clothing
                confectionery | dairy food | cereal | livestock feed | lumber
            cause: {boost} | {brake} | {policy}
            boost: strong demand for {goods} *4 | better productivity | lower fuel prices | lower tax rates
                currency swings | the sale of its {line} business | fewer claims | improved efficiency
                orders from {country} *2 | record sales in {state} | new products | a milder winter
            brake: weak demand for {goods} *4 | higher costs *2 | cheap imports | start up costs *2
                the strike at its {line} plants | a late season | price cutting | advertising costs
                slow sales in {state} | loan losses | the cost of moving | rising interest costs
                excess capacity | bad debts in {region} | bad weather | heavy claims | lost orders
            goods: {ware}s *2 | {stuff}
            line: {ware} *2 | {stuff}
            size: big | small | leading | struggling | family owned | privately held | well known
                fast growing
            business: [{size}] (maker|distributor|producer|seller) of {goods} *3 | {line} business
                {line} maker
            context:
                {it} makes {goods} and {goods}
                {it} has operations in {country} and {country}
                {@root} shares closed {when} at {4~90} dlrs
                {it} employs {200~9000} people [most of them] in {state}
                {expert}s at {house} {said} {@root} had been expected to do {better} in {market}
                {person} chairman [and chief executive] {said} he was (pleased|satisfied|disappointed) with
                    the year
                the company's {line} (division|unit|subsidiary) had sales of {sum} in {year}
                the shares {move} {1..6} to {12..90} on the (new york|american|london|toronto) stock exchange
                the annual meeting will be held in {city} on {month} {1..28}
                {it} was founded in {1890..1979} and is based in {city}
                {it} {said} it had repaid {sum} of bank debt since {month}
                the board named {first} {surname} {corporatepost} {when}
                a {line} plant in {town} {state} will be closed {soon} with the loss of {90~900} jobs
                {it} plans to spend {sum} on {line} plants in {year}
                {it} {said} it had won a contract worth {sum} to supply {goods} to {country}
                {it} has filed suit in {city} over patents on {goods}
                {@root} sells its {goods} through {20~900} (shops|dealers|outlets|branches) in {state} and
                    {state}
                credit agency {surname} ratings put {sum} of {@root} debt under review
                {expert}s {said} competition in {goods} was (fierce|growing|easing|ruinous)
                {it} {said} it would move its headquarters from {city} to {city}
                the {line} industry in {country} has suffered {via} {brake}
                {it} will offer {sum} of {2..20} year debentures through {house}
                {it} {said} it had developed a new {ware} to be sold from {month}
                {it} changed its name from {root} in {month} {year}
                the company is {20..60} pct owned by {root} {suffix}
                workers at its {line} plant in {town} voted to (accept|reject) a new contract
            better: well | better | poorly | no better than its rivals
            market: {country} | {region}
            corporatepost: president | chairman | chief financial officer | treasurer | a director
                chief executive
            """,
        topics: [
            TopicText(
                "earn", strays: 4, to: "acq acq acq interest crude",
                """
                # A table in words: this period against the same one a year before

                shr:
                    shr {pershare} *6
                    oper shr {pershare} | shr diluted {pershare} | primary shr {pershare}
                profit: {gain} {gainresults}
                gain: shr profit {10..98} cts vs loss {10..98} cts
                    shr profit 1 {00..99} dlrs vs loss {10..98} cts
                loss: shr loss {pershare} {lossresults} *2
                    shr loss {10..98} cts vs profit {2..70} cts {turnresults}
                pershare: {10..98} cts vs {10..98} cts *6 | {2..19} cts vs {2..19} cts *3
                    1 {00..99} dlrs vs 1 {00..99} dlrs *2 | 2 {00..99} dlrs vs 2 {00..99} dlrs
                    {70..98} cts vs 1 {00..40} dlrs | 1 {00..40} dlrs vs {60..98} cts
                    {3..5} {00..99} dlrs vs {3..5} {00..99} dlrs
                cts: {2..98} cts *4 | 1 {00..99} dlrs
                thousands: {100..999} {000..999}
                units: {1..9} {000..999} {000..999}
                tens: {10..99} {tenth} mln
                hundreds: {100..900} {tenth} mln | {100..900} mln
                # Firms of three sizes, so that what is earned fits what is sold.
                results:
                    net {thousands} vs {thousands} {revs} {units} vs {units} [avg shrs {units} vs {units}] *3
                    net {units} vs {units} {revs} {tens} vs {tens} [avg shrs {units} vs {units}] *4
                    net {1..9} {tenth} mln vs {1..9} {tenth} mln {revs} {tens} vs {tens} *3
                    oper net {1..9} {tenth} mln vs {1..9} {tenth} mln {revs} {tens} vs {tens}
                    net {tens} vs {tens} {revs} {hundreds} vs {hundreds} [avg shrs {tens} vs {tens}] *3
                    net {hundreds} vs {hundreds} {revs} {1..9} {00..99} bln vs {1..9} {00..99} bln
                lossresults:
                    net loss {thousands} vs loss {thousands} {revs} {units} vs {units}
                        [avg shrs {units} vs {units}]
                    net loss {units} vs loss {units} {revs} {tens} vs {tens}
                    net loss {tens} vs loss {tens} {revs} {hundreds} vs {hundreds}
                turnresults:
                    net loss {units} vs profit {units} {revs} {tens} vs {tens}
                    net loss {1..9} {tenth} mln vs profit {1..9} {tenth} mln {revs} {tens} vs {tens}
                    net loss {tens} vs profit {tens} {revs} {hundreds} vs {hundreds}
                gainresults:
                    net profit {thousands} vs loss {thousands} {revs} {units} vs {units}
                    net profit {units} vs loss {units} {revs} {tens} vs {tens}
                    net profit {tens} vs loss {tens} {revs} {hundreds} vs {hundreds}
                revs: revs *4 | sales *3 | rev | turnover | premiums | gross
                report: {shr} {results} *7 | {loss} *2 | {profit}
                bankresults:
                    net {units} vs {units} assets {bln} vs {bln} loans {bln} vs {bln} deposits {bln} vs {bln}
                figure: {thousands} | {1..9} {tenth} mln | {units}
                span: nine mths | six mths | year *3 | 12 mths | half year | three mths
                period: 1st qtr | 2nd qtr | 3rd qtr | 4th qtr *2 | year *2 | 1st half | nine mths | qtr
                    qtr ends {monthend} | year ended {monthend} | qtr {monthend}
                note: note {notable} *3 | note {notable} and {notable}
                notable:
                    net includes (gain|charge|tax credit|pretax gain|writedown) of {figure} [dlrs]
                        [or {cts} a share]
                    {year} net includes gain from sale of {line} (unit|division|subsidiary) of {figure} dlrs
                    results restated for {2..5} for {1..3} stock split
                    prior year restated for discontinued {line} operations
                    full name of company is {@company} of {city}
                    per share figures adjusted for {2..20} pct stock dividend paid in {month}
                    current year includes {figure} dlrs of (costs|reserves) for closing of {line} plant
                    results include {root} {suffix} acquired in {month} {year}
                    fiscal year ends {monthend}
                    tax rate {20..48} pct vs {20..48} pct
                    backlog at end of period {tens} vs {tens}
                    net excludes extraordinary (loss|gain|credit) of {thousands} vs {thousands}
                    translation of foreign currencies added {cts} a share
                dividend: {@tenor} (div|dividend|payout)
                tenor: qtly *3 | quarterly *3 | semi annual | annual | special | interim
                dates: payable {payday} to holders of record {recordday} | pay {payday} record {recordday}
                    pay {payday} to shareholders on the books {recordday}
                # In one story, payment follows the record by some weeks.
                payday: {@nextmonth} {10..28}
                recordday: {@nextmonth} {1..9}
                nextmonth: {month}

                lead:
                    {@company} {period} {report} *9
                    {@company} a {business} {period} {report}
                    {@company} {period} {report} {span} {report} *6
                    {report} for the {period} at {@company}
                    {period} {report} {@company} said {when}
                    {@company} {period} {shr} {bankresults} *2
                    {@company} swings to profit in {period} {profit}
                    {@company} posts {period} loss {loss}
                    {@company} (sets|declares) {dividend} {dividend} {divs} prior {dates} *2
                    {@company} (raises|lifts|increases) {dividend} {dividend} {30..75} cts vs {10..29} cts
                        prior {dates}
                    {@company} (cuts|lowers|reduces) {dividend} {dividend} {5..19} cts vs {20..60} cts prior
                        {dates}
                    {@company} omits {dividend} {because}
                    {dividend} {divs} prior {dates} {@company} said {when}
                    {@company} said its board (declared|approved|proposed) a {2..5} for 1 stock split {dates}
                    {@company} {think} {year} (earnings|net income|profit) to (rise|fall) {pct}
                    {@company} (pretax|group|net) profit {up} to {50..99} {tenth} mln dlrs from {10..49}
                        {tenth} mln in {year}
                    {@company} (pretax|group|net) profit {down} to {10..49} {tenth} mln dlrs from {50..99}
                        {tenth} mln in {year}
                    {@company} sees (higher|record) {quarter} (earnings|sales|profits) {via} {boost}
                    {@company} sees (lower|flat) {quarter} (earnings|sales|profits) {via} {brake}
                    {@company} said it will report a loss of about {sum} for the {quarter}
                    {@company} to take {quarter} charge of {sum} for closing {line} plants
                    {@company} group shareholders' profit in {year} {tens} vs {tens} turnover {hundreds} vs
                        {hundreds}

                detail:
                    {span} {report} *6
                    {note} *6
                    {quarter} figures were {report}
                    {it} said {quarter} (sales|orders|earnings)
                        ({up} {pct} {via} {boost}|{down} {pct} {via} {brake})
                    {it} {said} margins in its {line} business had (improved|recovered) {via} {boost}
                    the dividend is {dates}
                    {it} {think} earnings of {1..6} {00..99} dlrs a share for {year} against {1..6} {00..99}
                        dlrs
                    operating profit from {goods} {move} {pct} while {goods} lost {sum}
                    the board left the {dividend} at {cts} a share {dates}
                    profit before tax was {tens} dlrs after {tens} dlrs a year (earlier|before)
                    extraordinary items (cost|brought) {tens} dlrs compared with {tens} dlrs in {year}
                    shareholders' equity stood at {sum} on {monthend}
                    orders received in the {quarter} {move} to {sum}
                    {it} blamed the result on {brake} and {brake}
                    nonperforming loans {move} to {sum} and loan loss provisions were {sum}
                    earnings per share were {1..6} {00..99} dlrs against {1..6} {00..99} dlrs
                    first {2..9} weeks of the new year had shown a {change} of {pct} in sales of {goods}
                divs: {10..70} cts vs {10..70} cts *3 | {2..9} cts vs {2..9} cts *2
                    1 {00..60} dlrs vs 1 {00..60} dlrs
                """),
            TopicText(
                "acq", strays: 5, to: "earn earn earn earn crude ship",
                """
                stake: {2..48} {tenth} pct stake *2 | stake of {5..49} pct | majority stake | minority holding
                    {40..60} pct interest
                bid: offer *4 | bid *3 | tender offer *2 | takeover bid | proposal | merger offer | cash offer
                price: {8~95} dlrs a share *3 | {2~30} {00..99} dlrs a share in cash | a total of {sum}
                    {sum} *2 | {1..3} {@company} shares for each {1..9} of {@target} | undisclosed terms
                target: {@targetroot} {suffix}
                targetroot: {root}
                rival: {root} {suffix}
                deal: merger *2 | acquisition *2 | takeover | purchase | buyout | leveraged buyout | sale
                signed: completed *2 | agreed to | signed a letter of intent for
                    reached a definitive agreement on | called off | ended talks on | began talks on
                    dropped plans for | approved

                lead:
                    {@company} to (buy|acquire|purchase) {@target} for {price} *2
                    {@company} said it {signed} the {deal} of {@target} for {price} *3
                    {@company} (raises|launches|extends|withdraws|sweetens|drops) {bid} for {@target} *2
                    {@target} (rejects|accepts|studies|welcomes) {@company}'s {bid} of {price} *2
                    investor group (buys|lifts|cuts|discloses) {stake} in {@target}
                    {@company} said it has acquired a {stake} in {@target} a {business} *2
                    {@target} said it received an unsolicited {bid} from {@company} of {price}
                    shareholders of {@target} approved its {deal} by {@company} {when}
                    {@company} sells its {line} (unit|division|business|subsidiary) to {@target} for {sum} *2
                    {person} a {city} investor told regulators he holds {stake} of {@target}
                    {@target} adopts a poison pill plan to fend off {@company}
                    {@company} and {@target} agree to merge into a {business} with sales of {sum}
                    regulators clear {@company}'s {deal} of {@target} on conditions
                    {@target} said {@company}'s {bid} of {price} was (inadequate|too low|not in its interest)
                    talk of a {bid} for {@target} lifts shares in {market}
                    management of {@target} plans {deal} with the help of {house}

                detail:
                    {it} said it would finance the {deal} with bank loans of {sum}
                    the {deal} is subject to approval by
                        (shareholders|regulators|both boards|the justice department)
                    {@targetroot} a {business} had (sales|revenues) of {sum} in {year}
                    {it} already owns a {stake} in {@target}
                    the {bid} will expire on {month} {1..28} unless extended
                    {@targetroot} directors advised holders to (reject|accept|await) the {bid}
                    {@rival} {said} it might make a rival {bid} for {@target}
                    in a filing with the securities and exchange commission {@company} said it may seek
                        control
                    {house} is advising {@targetroot} and {house} is acting for {@company}
                    {it} said it had no plans to seek control but could buy more {@targetroot} shares
                    a {@targetroot} spokesman {said} the board would meet {soon} to consider the {bid}
                    shares of {@targetroot} {up} {1~12} to {10~90} on news of the {bid}
                    {it} has been told by {@rival} that it intends to tender its {stake}
                    the {business} will keep its name and its management in {city}
                    an injunction sought by {@targetroot} against the {bid} was denied by a court in {city}
                    terms call for {@targetroot} holders to receive {price}
                    arbitrageurs {said} the {bid} undervalued {@targetroot}'s {line} and {line} businesses
                    {it} bought the shares between {@month} {1..15} and {@month} {16..28} for {sum}
                    under the agreement {@company} gets an option on a {stake} in {@target}
                """),
        ])
}

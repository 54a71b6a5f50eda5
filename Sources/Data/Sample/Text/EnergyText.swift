extension TopicFamily {
    /// Oil and gas from the well to the stove, and the ships that carry them and all else.
    static let energy = TopicFamily(
        shared: """
            sum: {10~900} mln dlrs *3 | {1..6} {tenth} bln dlrs
            barrels: {100~900} 000 barrels *3 | {1~20} {tenth} mln barrels *3
            bpd: {100~900} 000 barrels per day *2 | {1~18} {tenth} mln bpd *3
            dollars: {14..20} {00..99} dlrs a barrel *4 | {15..19} dlrs a barrel
            oilfirm: {surname} oil *3 | {brand} petroleum | {surname} exploration | {foreign} energy
                the state oil company
            brand + petro trans inter pan nor occi uni terra aqua sun star , gas oil mar dyne con co lex tex
            opec: opec *6 | the organisation | {oilstate} *2 | gulf producers *2
            oilstate: saudi arabia *4 | iran *3 | iraq *2 | kuwait *2 | nigeria *2 | venezuela *2
                indonesia *2 | ecuador *2 | algeria | libya | qatar | gabon | mexico | norway
                the united arab emirates
            basin: the north sea *3 | the gulf of mexico *2 | {state} *2 | {country} *3 | the gulf *2
                alberta | offshore {country} | the java sea | the beaufort sea
            context:
                {oilfirm} {said} demand for {product} {move} {pct} in {country}
                {expert}s in {city} {said} oil prices would be {higher} {soon}
                refineries in {region} ran at {70..94} pct of capacity
                {opec} ministers will meet in {city} on {month} {1..28}
                stocks of {product} {move} to {barrels} the industry institute said
                {oilfirm} {said} the {site} in {basin} was shut {stop}
                imports of {product} into {country} {move} to {bpd}
                tankers waited off {harbour} {stop}
                spot {product} was {higher} in rotterdam
                a fire at the {surname} refinery near {town} was put out
                energy minister {person} {said} {country} would import more by {1988..2000}
                {product} for {month} delivery {move} {1~60} cents in new york
                {oilfirm} cut its exploration budget to {sum}
                tension in the gulf kept buyers {mood}
                taxes on {product} would bring {country} {sum} a year
            product: crude oil *2 | gasoline | heating oil | natural gas | fuel oil | naphtha | distillates
            harbour: rotterdam *2 | antwerp | hamburg | genoa | marseilles | kharg island | fujairah | houston
                galveston | los angeles | yokohama | singapore | bombay | piraeus | lisbon | santos | durban
                valparaiso | le havre | southampton | gdansk | odessa | karachi | jeddah | new york
                baltimore | vancouver | brisbane | kobe
            site: platform *2 | pipeline *2 | terminal | field *2 | rig
            """,
        topics: [
            TopicText(
                "crude", strays: 14, to: "ship nat-gas gas heat earn acq",
                """
                crude: crude oil *5 | crude *3 | oil *4 | west texas intermediate | brent crude
                lead:
                    {opec} output {move} to {bpd} in {month} oil minister {person} said *2
                    {oilfirm} (raises|cuts|lowers|lifts) {crude} posted prices by {20..90} cents to {dollars}
                        *3
                    {oilstate} oil minister sees {crude} at {dollars} {soon} *2
                    {crude} prices {shift} in {city} trading *2
                    {oilfirm} finds oil in {basin} *2
                    {opec} agrees to (keep|cut|lift) its ceiling of {bpd}
                    {oilstate} to cut {crude} output {via} {brake}
                    oil minister of {oilstate} said {opec} must (hold|defend|lower) the {dollars} price
                    {oilstate} signs {crude} deal with {country} for {bpd}
                    {oilstate}'s oil exports {move} to {bpd}
                    u s oil import fee would cost {sum} a study found
                    {oilfirm} starts production at the {surname} field in {basin}
                detail:
                    the official selling price of {crude} is {dollars}
                    the well flowed {900~9000} barrels of {crude} a day at {1000~9000} feet
                    non opec producers are asked to cut {crude} output by {pct}
                    {crude} reserves of the {surname} field were put at {barrels}
                    drilling rigs at work in {basin} {move} to {90..990}
                    netback deals and discounts on {crude} were refused said oil minister {person}
                    quota cheating by {oilstate} pulled {crude} prices down
                    {oilfirm} holds {20..80} pct of the block in {basin}
                    traders bid {dollars} for {month} cargoes of {crude}
                    {crude} from the pipeline through turkey reached {bpd}
                    {opec} will not sell {crude} below {dollars} said {person}
                    domestic output of {crude} averaged {bpd}
                """),
            TopicText(
                "nat-gas", strays: 32, to: "crude crude crude pet-chem gas",
                """
                gas: natural gas *6 | gas *3 | liquefied natural gas
                cubic: {1~900} {tenth} mln cubic feet *2 | {1~90} {tenth} bln cubic feet *2
                    {1~30} bln cubic metres
                lead:
                    {oilfirm} finds {gas} in {basin} *2
                    {country} to supply {cubic} of {gas} to {country} *2
                    regulators let {oilfirm} pass {gas} costs on to users
                    {gas} pipeline from {basin} to {state} approved
                    {gas} use in {country} {move} {pct}
                detail:
                    the well tested {cubic} of {gas} a day
                    {gas} wellhead prices were {1..2} {00..99} dlrs per thousand cubic feet
                    take or pay contracts for {gas} cost {sum}
                    the {gas} pipeline would carry {cubic} a year
                    gas utilities and {oilfirm} agreed on transport rates
                    {gas} finds near the {surname} field total {cubic}
                """),
            TopicText(
                "gas", strays: 42, to: "crude crude heat nat-gas",
                """
                petrol: gasoline *5 | unleaded gasoline *2 | petrol *2 | motor fuel
                lead:
                    {petrol} prices at u s pumps {shift} *2
                    {oilfirm} (raises|cuts) {petrol} prices by {2..4} cents a gallon
                    {petrol} stocks {move} {barrels} in week
                    {country} {petrol} tax to rise
                detail:
                    leaded {petrol} will be banned from {month}
                    drivers paid {70..110} {tenth} cents a gallon for {petrol}
                    {petrol} demand {move} before the driving season
                    octane limits changed how refiners blend {petrol}
                """),
            TopicText(
                "heat", strays: 42, to: "crude crude gas",
                """
                fuel: heating oil *5 | number two fuel *2 | gas oil *2 | home heating oil
                lead:
                    {oilfirm} (cuts|raises) {fuel} price by {25..99} points *3
                    {fuel} prices in new york harbour {shift}
                    {fuel} stocks {move} {barrels}
                detail:
                    the change brings {fuel} to {44..56} {00..99} cents a gallon
                    barge prices of {fuel} were {higher} in the harbour
                    mild weather cut {fuel} use by householders
                    {fuel} deliveries in the northeast {move} {pct}
                """),
            TopicText(
                "pet-chem", strays: 44, to: "crude nat-gas acq earn",
                """
                plastic: ethylene *3 | polyethylene *2 | pvc | petrochemicals *3 | styrene | propylene
                    polypropylene
                lead:
                    {oilfirm} to build {plastic} plant in {country} *2
                    {plastic} prices in {region} {shift}
                    {country} {plastic} output {move} {pct}
                detail:
                    the cracker will make {100~500} 000 tonnes of {plastic} a year
                    {plastic} margins have improved with cheap feedstock
                    polymer and resin makers paid more for {plastic}
                    {plastic} contracts were settled at {12..34} cents a lb
                """),
            TopicText(
                "ship", strays: 18, to: "crude crude trade grain iron-steel",
                """
                vessel: tanker *4 | freighter *2 | cargo ship *3 | bulk carrier *2 | ferry | container ship *2
                flag: liberian | greek | panamanian | cypriot | norwegian | iranian | soviet | japanese
                    kuwaiti | danish
                shipname: {surname} (star|pride|trader|venture|carrier|spirit) | (sea|ocean|gulf) {surname}
                dockers: dockers *2 | seamen *2 | port workers | longshoremen | pilots | tug crews
                lead:
                    {flag} {vessel} {@shipname} (hit|attacked|damaged|set on fire) in the gulf *3
                    {dockers} strike at the port of {harbour} over {pay} *3
                    {vessel} {@shipname} aground off {country} with {cargo} *2
                    {country} to (protect|escort|reflag) {vessel}s in the gulf
                    strike by {dockers} in {country} halts {cargo}
                    freight rates {shift} brokers in {city} said *2
                    {vessel} orders at yards in {country} {move} {pct}
                    port of {harbour} reopens after {weather}
                    suez canal revenue {move} to {sum}
                    {@shipname} owners sue after {vessel} collision off {country}
                detail:
                    the {flag} {vessel} {@shipname} of {10~240} {000..999} deadweight tons carried {cargo}
                    the crew of {12..40} left the {vessel} by lifeboat
                    lloyds shipping intelligence {said} salvage tugs were alongside the {vessel}
                    {dockers} want {pay} their union said
                    {few} ships wait at anchor outside {harbour}
                    warships of {country} sailed with the convoy
                    {dockers} will vote {soon} on an offer of {pct} more
                    the shipping line {surname} will lay up {few} {vessel}s
                    underwriters raised war risk premiums to {0..2} {00..99} pct
                    the berth handled {10~90} 000 containers in {month}
                pay: pay *2 | manning levels | redundancies | overtime | new dock rules | dismissals
                cargo: crude oil *2 | iron ore *2 | grain *2 | coal | containers | timber | cement | phosphate
                    cars
                """),
        ])
}

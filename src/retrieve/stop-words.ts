/** Words that say nothing about what is asked: English glue, and the habits of people who ask about code. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being below between both but by can cannot could
  did do does doing don down during each else etc few for from further get gets getting give given go going got had has have having he her here hers him his how
  however i if in into is isn it its itself just know let like ll look looking make me might more most much must my need no nor not now of off
  on once one only or other our out over own please put re really s same should show so some something such sure t than thank thanks that the their them then there
  these they thing this those through to too try trying under until up us use used using ve very want was way we well were what when
  where which while who whom why will with without won would write yes you your
  answer anyone appreciated best code desired edit end etc example expected following help hello hi idea input output place possible problem
  question result results solution solve solved work works working variable begin import print`
    .split(/\s+/)
    .filter((word) => word !== '')
)

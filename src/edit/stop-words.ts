const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that say nothing of what a question is about, by language; without accents, as slugs are. */
export const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`
    a an the this that these those there here it its he him his she her hers they them their we us our you your i my me
    of in on at to for from by with into onto about as and or but if so than then
    is are was were be been being am do does did done has have had having
    can could will would shall should may might must
    what which who whom whose when where why how
  `),
  de: words(`
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem
    es er sie ihn ihm ihr ihre ihren ihrem sein seine seinen seinem wir uns unser man sich ich du
    in im an am auf aus bei beim mit nach von vom vor zu zum zur fuer ueber unter um durch
    und oder aber wenn als wie so da dass denn
    ist sind war waren sei wird werden wurde wurden worden hat haben hatte hatten
    kann koennen konnte konnten soll sollen muss muessen darf
    was wer wen wem wessen wann wo warum wieso weshalb welche welcher welches welchen welchem
  `),
  fr: words(`
    le la les l un une des du de d au aux ce cet cette ces c
    il elle ils elles on nous vous je j tu se s y en son sa ses leur leurs mon ma mes
    dans sur sous par pour avec sans chez vers a et ou mais si que qu qui quoi dont
    est sont etait etaient etre fut furent sera a ont avait avaient avoir eu
    peut peuvent doit doivent
    quel quelle quels quelles quand comment pourquoi combien
  `),
};

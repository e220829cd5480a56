/** One question of every kind, as YAML below `questions:`. Needs the media `map.png` and `word.mp3`. */
export const everyKind = `
  - {id: q-basic, ask: What raises the tides?, answer: The Moon and the Sun, why: By their pull., hint: Look up., cite: {paragraph: 2}}
  - {id: q-typed, ask: Which Sea is dead?, typed: the Dead Sea, accept: [Dead Sea]}
  - {id: q-number, ask: How long is a tidal day?, number: 24.8, tolerance: 0.2, unit: hours}
  - {id: q-term, term: neap tide, means: the smallest tide, audio: {file: word.mp3}}
  - {id: q-cloze, cloze: "Two {{high tides::what?}} a {{day}}."}
  - id: q-choice
    choose: When is the tide highest?
    right: {text: At new moon, why: All pull along one line.}
    wrong: [{text: At half moon, why: The pulls are at right angles.}, At sunset, {text: None of these, pin: last}]
  - {id: q-claim, claim: The Sun pulls harder than the Moon., verdict: false}
  - id: q-match
    match: Match each tide with its Moon.
    pairs: {spring tide: new moon, neap tide: half moon, 3: three}
    extra: [no moon]
  - {id: q-order, order: "Put in order, the nearest first.", items: [Moon, Sun, Sirius]}
  - {id: q-list, list: Name the bodies that raise tides., items: [Moon, Sun], ordered: false}
  - {id: q-discuss, discuss: Why are tides late?, rubric: [Names friction (2), Names the coast], words: 80}
  - id: q-diagram
    diagram: Name the parts.
    image: {file: map.png, alt: A beach from the side}
    regions:
      - {label: high-water line, rect: [0.1, 0.1, 0.3, 0.1]}
      - {label: low-water line, rect: [0.1, 0.6, 0.3, 0.1]}
  - id: q-passage
    passage: Read the text and answer.
    title: The bore
    text: A wave runs up the river *twice* a day.
    questions:
      - {id: q-inside-1, ask: How often?, answer: Twice a day}
      - {id: q-inside-2, claim: It runs down the river., verdict: false}
`;

// Only the pair that is asked shows. The style sheet does so too, where the engine knows :has.
document.querySelectorAll('.rv .pair').forEach((pair) => {
  pair.hidden = !pair.querySelector('.cloze');
});

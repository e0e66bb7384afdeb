// Stands for a visit counter: it says on the page that it ran, and when. It stores and sends nothing.
{
  const cell = document.querySelector('[data-probe="counter"]');
  if (cell) cell.textContent = `выполнился в ${new Date().toLocaleTimeString('ru')}`;
}

/**
 * An element of its own for a plot, to be removed with it. The engine may hold on to the last plot
 * that was destroyed, by the shape of its objects; what is not around it then can be let go.
 */
export function plotPlace(element: HTMLElement): HTMLElement {
  const place = document.createElement('div');
  element.append(place);
  return place;
}

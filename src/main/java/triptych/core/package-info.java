/**
 * The data that flows through Triptych: plain records, {@code java.*} only, no {@code java.awt}.
 *
 * <p>
 * Conventions, kept everywhere and held by tests:
 * <ul>
 * <li>Coordinates are image pixels; (0,0) is the top left <em>corner</em> of the first pixel and
 * pixel i covers [i, i+1). y runs downwards.</li>
 * <li>A box is x1, y1, x2, y2 with an exclusive end: its area is (x2-x1)*(y2-y1). Clipping moves an
 * edge, never the whole box.</li>
 * <li>A score lies in [0,1], after the activation; before it the word is logit.</li>
 * <li>Label ids: 0 is background, objects are 1..n.</li>
 * <li>Class ids count from 0 in the order of the model's class list.</li>
 * <li>Arrays in records are not copied; whoever receives one does not write into it.</li>
 * </ul>
 */
package triptych.core;

/**
 * Boxes and instance masks against the truth. What is where is told once an image, as {@link
 * triptych.metrics.objects.Overlaps}; each evaluation then keeps of it what its own figures need.
 */
package triptych.metrics.objects;

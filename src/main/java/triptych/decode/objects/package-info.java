/** Families of models whose maps have to be made into objects: StarDist, watershed, flows. */
package triptych.decode.objects;

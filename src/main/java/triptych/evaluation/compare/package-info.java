/**
 * Truth and predictions of one task held against each other: a {@link
 * triptych.evaluation.compare.Comparison} takes plane after plane, keeps a few numbers of each and
 * ends in an {@link triptych.evaluation.compare.Outcome}.
 */
package triptych.evaluation.compare;

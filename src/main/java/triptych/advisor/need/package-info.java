/**
 * What a user needs to know of an image, the tasks that give it, and the one table that leads from
 * the one to the other; the texts and words of the advice. Knows core only.
 */
package triptych.advisor.need;

/**
 * Reads needs out of a question in plain words, in six languages: cues, negation, evidence, and how
 * certain it is. Entry is {@link triptych.advisor.question.QuestionReader}. Knows needs and core
 * only.
 */
package triptych.advisor.question;

/**
 * From a question and a budget to a task: {@link triptych.advisor.QuestionReader} reads needs out of free text,
 * {@link triptych.advisor.Advisor} turns needs and budget into advice through one decision table. Pure functions over
 * tables in the resources folder of the same name: no window, no network, no model. Imports core only.
 */
package triptych.advisor;

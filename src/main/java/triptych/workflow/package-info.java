/**
 * The public Java API: {@link triptych.workflow.Triptych} offers each command as one static method.
 * All else in this jar may change from version to version.
 */
package triptych.workflow;

/**
 * The models that are open, what they were opened with, and what is known about them.
 */
package triptych.session;

/**
 * The models that are open, what they were opened with, and what is known about them. Imports result and what lies
 * below.
 */
package triptych.session;

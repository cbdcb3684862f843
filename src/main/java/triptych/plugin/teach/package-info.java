/** The window of Teach Classes..., which learns while somebody clicks. */
package triptych.plugin.teach;

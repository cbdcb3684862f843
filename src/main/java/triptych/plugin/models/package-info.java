/** The commands about models themselves: what one is, how it is described and installed. */
package triptych.plugin.models;

/** Learning from few examples: a linear classifier, its cross-validation and its learning curve. */
package triptych.teach.learn;

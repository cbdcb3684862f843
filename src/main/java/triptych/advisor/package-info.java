/**
 * From needs and a budget to advice: {@link triptych.advisor.Advisor} decides by one table, names
 * what contradicts itself, and tells what a budget buys. Pure functions over the tables in the
 * resources folder of the same name: no window, no network, no model.
 */
package triptych.advisor;

/**
 * The organisers' desk: the applications of a call together with what colleagues have made of them, lists as each organiser likes to
 * see them, and suggestions taken over as a plan.
 */
package eu.urbact.infocus.registration.desk;

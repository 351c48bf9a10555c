/**
 * The door: letting people in on the day, the lists and badges on paper, and the own ticket and certificate. Made for a queue: one field,
 * one button, and nothing that goes wrong when it is pressed twice.
 */
package eu.urbact.infocus.portal.door;

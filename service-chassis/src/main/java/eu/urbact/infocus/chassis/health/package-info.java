/**
 * What operators watch: how old the oldest unsent fact is, how many wait, how many are parked; and that nobody from outside decides how much there
 * is to watch.
 */
package eu.urbact.infocus.chassis.health;

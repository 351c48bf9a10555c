/**
 * What operators watch: how old the oldest unsent fact is, how many wait, how many are parked.
 */
package eu.urbact.infocus.chassis.health;

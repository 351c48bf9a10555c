/** Tests of the limits. */
package eu.urbact.infocus.chassis.ratelimit;

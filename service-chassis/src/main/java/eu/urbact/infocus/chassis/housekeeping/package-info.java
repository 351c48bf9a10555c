/**
 * What has to be cleared away so that the technical tables stay small.
 */
package eu.urbact.infocus.chassis.housekeeping;

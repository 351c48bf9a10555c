/**
 * One clock for everything the business sees. It can be set to run from another day, so that the platform
 * can be shown as it was in October 2016.
 */
package eu.urbact.infocus.chassis.time;

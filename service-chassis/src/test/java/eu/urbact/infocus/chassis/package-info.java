/** The chassis tested as if it were a service: a small resource, a small consumer, real servers. */
package eu.urbact.infocus.chassis;

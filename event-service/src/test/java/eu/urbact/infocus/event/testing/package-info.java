/** Programme files for tests: small ones made on the spot, and the one of Frankfurt. */
package eu.urbact.infocus.event.testing;

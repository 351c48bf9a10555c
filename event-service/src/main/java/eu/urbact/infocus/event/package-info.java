/** What happens at a workshop of the network: series, workshops, and the versions of their programmes. */
package eu.urbact.infocus.event;

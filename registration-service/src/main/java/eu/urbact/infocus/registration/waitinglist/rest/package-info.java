/**
 * The waiting list for organisers, for the person who waits, and its rule for everybody.
 */
package eu.urbact.infocus.registration.waitinglist.rest;

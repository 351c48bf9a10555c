/**
 * The organisers as colleagues of each other. The audit trail keeps accounts by their ids; here is which name an account goes by, so
 * that one organiser can be told which other one was quicker, and an application's history says who let the person in at the door or
 * sent somebody else.
 */
package eu.urbact.infocus.registration.organiser;

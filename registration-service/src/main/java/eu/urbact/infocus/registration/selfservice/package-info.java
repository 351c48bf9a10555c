/**
 * A person without an account reaches their own application by a signed link: nothing is stored for it, and
 * raising the link's version revokes it.
 */
package eu.urbact.infocus.registration.selfservice;

/**
 * A person without an account reaches their own application by a signed link: nothing is stored for it, and
 * raising the link's version revokes it. Whoever has lost it has it sent again, and nobody learns whether the address is known.
 */
package eu.urbact.infocus.registration.selfservice;

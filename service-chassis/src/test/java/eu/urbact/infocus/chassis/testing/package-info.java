/**
 * What the tests of every service share: real servers, signed tokens, the architecture rules and the checks of the contracts.
 */
package eu.urbact.infocus.chassis.testing;

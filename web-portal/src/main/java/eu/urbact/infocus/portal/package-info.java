/**
 * The web portal: the pages of the InFocus platform. It holds no business data and decides nothing; it asks the four services, shows
 * their answers, and passes on what people enter. Each package below is one area of the site; {@code shell} is what they share.
 */
package eu.urbact.infocus.portal;

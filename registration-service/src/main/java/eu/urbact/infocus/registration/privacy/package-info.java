/**
 * What the law asks of whoever keeps data about people: each feature says which of its data belong to a person, hands them out and
 * forgets them. This package knows no feature, so that each can depend on it.
 */
package eu.urbact.infocus.registration.privacy;

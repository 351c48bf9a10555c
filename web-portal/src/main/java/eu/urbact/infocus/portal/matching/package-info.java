/**
 * How regional priorities and clusters fit together, and which clusters of different cities should meet: matrices, partners, the picture
 * of the network, and the model card. Every score is shown with its interval and leads to what it is made of.
 */
package eu.urbact.infocus.portal.matching;

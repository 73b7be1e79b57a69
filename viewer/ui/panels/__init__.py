"""The docked panels: each shows one side of the disclosed case and follows the session."""

"""The annotations panel: the list, a thread, and the editor."""

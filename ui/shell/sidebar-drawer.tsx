import { createContext, type JSX, useContext } from 'solid-js'

const OpenSidebar = createContext<() => void>(() => {})

/** Lets the header of a page open the sidebar where the window is too narrow to show it. */
export function SidebarDrawerProvider(props: { open: () => void; children: JSX.Element }) {
  return <OpenSidebar.Provider value={props.open}>{props.children}</OpenSidebar.Provider>
}

export const useOpenSidebar = () => useContext(OpenSidebar)
